import { anyOf, type Evidence } from './words.ts';

/** What makes a number an answer of SIP in Turkish. A noun behind a number stays singular, so that `486 yanıt` counts. */

/** `486 ile reddedildi`, `486 yanıtı`, `503 döndü`. */
const ANSWER_AFTER =
  /^(?:['’]\p{Ll}{1,5})? (?:ile(?! (?:\d|başl|ilgili|birlikte|görüş|konuş)|\p{L})|yanıtı(?!l)|cevabı|(?:yanıt|cevap) (?:dön|al[ıd]|gel)|kodu|hatası|dön|aşamasında|durumunda)/u;
/** `ödeme servisi 502 döndü` */
const SERVICE_BEFORE = /(?<!\p{L})(?:servis|uygulama|sayfa|site)\p{Ll}{0,4} $/u;
/** `488 nedeniyle`, `407 sonrası` */
const BECAUSE_AFTER = /^(?:['’]\p{Ll}{1,5})? (?:üzerine|yüzünden|nedeniyle|sebebiyle)(?!\p{L})/u;
const UPON_AFTER = /^(?:['’]\p{Ll}{1,5})? sonra(?:sı|sında)(?!\p{L})/u;
/** What is done with answers as well as with anything else. */
const DONE_AFTER =
  /^(?:['’]\p{Ll}{1,5})? (?:(?:hiç|henüz|hemen|yine|tekrar) )?(?:alın|aldı|gel(?!en)|gönder(?!ilen)|mesajı|ver(?:di|il|iyor|ecek)|bekle(?!yen)|üret|yinele|tekrarla)/u;
const APART_BEFORE = /(?:^|(?<!\d)[,;:]\s)$/;
/** `100 geldi, sonra 500` */
const THEN_BEFORE = /(?<!\p{L})(?:sonra|ardından|önce) $/u;
const THEN_AFTER = /^(?:[,.;)]|\s*$| ve )/;
/** From or to somebody who answers: `operatörden 486 geldi`, `arayana 480 verildi`. */
const PEER_BEFORE = new RegExp(
  `(?<!\\p{L})${anyOf`operatör sunucu santral trunk taraf u[çc] aranan arayan telefon cihaz proxy sağlayıcı SBC`}['’]?\\p{Ll}{0,3}[ae]n? $|(?<!\\p{L})SIP $`,
  'iu',
);
/** How a call ended, before brackets: `reddedildi (481)`. */
const ENDED_BEFORE = new RegExp(
  `${anyOf`
    redd\p{Ll}+ başarısız kesil\p{Ll}+ düştü sonlan\p{Ll}+ iptal\sed\p{Ll}+ kapa[nt]\p{Ll}+ engellen\p{Ll}+
    yönlendiril\p{Ll}+ eksik hatalı geçersiz bilinmiyor dolu kapalı [ae]m[ae]dı [ae]m[ae]di etmedi kabul\sed\p{Ll}+ aşımı meşgul yok yasak yetkisiz`} \\($|${anyOf`aşımı meşgul hatası`}: $`,
  'u',
);
/** What is done with anything, before brackets. */
const PAST_BEFORE = /[dt][ıiuü] \($/;

/** Whether the words beside a number make it an answer. */
export const isAnswerInTurkish = (before: string, after: string, sip: Evidence): boolean =>
  (ANSWER_AFTER.test(after) && !SERVICE_BEFORE.test(before)) ||
  BECAUSE_AFTER.test(after) ||
  (sip !== 'faint' && UPON_AFTER.test(after)) ||
  ENDED_BEFORE.test(before) ||
  (DONE_AFTER.test(after) && isDoneWith(before, sip)) ||
  (sip === 'sure' && (PAST_BEFORE.test(before) || (THEN_BEFORE.test(before) && THEN_AFTER.test(after))));

const isDoneWith = (before: string, sip: Evidence): boolean =>
  sip === 'sure' || PEER_BEFORE.test(before) || (sip === 'some' && APART_BEFORE.test(before));
