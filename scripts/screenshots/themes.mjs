export const DARK = 'Default Dark Modern';
export const LIGHT = 'Default Light Modern';
