import { captures } from './captures.ts';
import { carriers } from './carriers.ts';
import { exchangesAndGateways } from './exchanges-and-gateways.ts';
import { libraries } from './libraries.ts';
import { lineProducts } from './lines.ts';
import { phones } from './phones.ts';
import type { ProductSample } from './product-sample.ts';
import { recordProducts } from './records.ts';
import { servers } from './servers.ts';
import { toolProducts } from './tools.ts';

export const products: readonly ProductSample[] = [
  ...servers,
  ...exchangesAndGateways,
  ...phones,
  ...libraries,
  ...captures,
  ...carriers,
  ...recordProducts,
  ...lineProducts,
  ...toolProducts,
];
