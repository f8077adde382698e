import enEvents from '../../../data/texts/en/event-packages.json';
import enHeaders from '../../../data/texts/en/header-fields.json';
import enHeaderParameters from '../../../data/texts/en/header-parameters.json';
import enMethods from '../../../data/texts/en/methods.json';
import enOptionTags from '../../../data/texts/en/option-tags.json';
import enQ850 from '../../../data/texts/en/q850-causes.json';
import enReasonProtocols from '../../../data/texts/en/reason-protocols.json';
import enSdp from '../../../data/texts/en/sdp.json';
import enClasses from '../../../data/texts/en/status-classes.json';
import enCodes from '../../../data/texts/en/status-codes.json';
import enUriParameters from '../../../data/texts/en/uri-parameters.json';
import enValues from '../../../data/texts/en/values.json';
import enWarnings from '../../../data/texts/en/warning-codes.json';
import trEvents from '../../../data/texts/tr/event-packages.json';
import trHeaders from '../../../data/texts/tr/header-fields.json';
import trHeaderParameters from '../../../data/texts/tr/header-parameters.json';
import trMethods from '../../../data/texts/tr/methods.json';
import trOptionTags from '../../../data/texts/tr/option-tags.json';
import trQ850 from '../../../data/texts/tr/q850-causes.json';
import trReasonProtocols from '../../../data/texts/tr/reason-protocols.json';
import trSdp from '../../../data/texts/tr/sdp.json';
import trClasses from '../../../data/texts/tr/status-classes.json';
import trCodes from '../../../data/texts/tr/status-codes.json';
import trUriParameters from '../../../data/texts/tr/uri-parameters.json';
import trValues from '../../../data/texts/tr/values.json';
import trWarnings from '../../../data/texts/tr/warning-codes.json';
import type { Language } from './language.ts';

export interface MethodText {
  readonly meaning: string;
  readonly use: string;
}

export interface StatusCodeText {
  readonly meaning: string;
  /** From 300 on: what usually brings this response about. */
  readonly causes?: readonly string[];
  /** From 300 on: where to look next. */
  readonly next?: readonly string[];
}

export interface NamedText {
  readonly name: string;
  readonly meaning: string;
}

type Sentences = Readonly<Record<string, string>>;

/** What one language says of everything, by the keys that `data/README.md` lists. */
export interface Texts {
  readonly methods: Readonly<Record<string, MethodText>>;
  readonly statusCodes: Readonly<Record<string, StatusCodeText>>;
  readonly statusClasses: Readonly<Record<string, NamedText>>;
  readonly headerFields: Sentences;
  readonly headerParameters: Sentences;
  readonly uriParameters: Sentences;
  readonly optionTags: Sentences;
  readonly eventPackages: Sentences;
  readonly warningCodes: Sentences;
  readonly reasonProtocols: Sentences;
  readonly q850Causes: Readonly<Record<string, NamedText>>;
  readonly values: Readonly<Record<string, Sentences>>;
  readonly sdp: Readonly<Record<string, Sentences>>;
}

const textsByLanguage: Readonly<Record<Language, Texts>> = {
  en: {
    methods: enMethods,
    statusCodes: enCodes,
    statusClasses: enClasses,
    headerFields: enHeaders,
    headerParameters: enHeaderParameters,
    uriParameters: enUriParameters,
    optionTags: enOptionTags,
    eventPackages: enEvents,
    warningCodes: enWarnings,
    reasonProtocols: enReasonProtocols,
    q850Causes: enQ850,
    values: enValues,
    sdp: enSdp,
  },
  tr: {
    methods: trMethods,
    statusCodes: trCodes,
    statusClasses: trClasses,
    headerFields: trHeaders,
    headerParameters: trHeaderParameters,
    uriParameters: trUriParameters,
    optionTags: trOptionTags,
    eventPackages: trEvents,
    warningCodes: trWarnings,
    reasonProtocols: trReasonProtocols,
    q850Causes: trQ850,
    values: trValues,
    sdp: trSdp,
  },
};

export const textsIn = (language: Language): Texts => textsByLanguage[language];
