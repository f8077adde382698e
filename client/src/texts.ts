import { env, workspace } from 'vscode';
import en from '../../data/texts/en/client.json';
import tr from '../../data/texts/tr/client.json';

const texts = { en, tr };

/** A text of the interface in the language that the setting asks for, or the editor's. */
export function interfaceText(key: keyof typeof en, ...args: readonly string[]): string {
  const setting = workspace.getConfiguration('sip-lens').get<string>('language');
  const language = setting === 'en' || setting === 'tr' ? setting : env.language.startsWith('tr') ? 'tr' : 'en';
  return texts[language][key].replace(/\{(\d)\}/g, (place, index: string) => args[Number(index)] ?? place);
}
