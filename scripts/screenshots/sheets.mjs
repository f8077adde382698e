/** One sheet for each kind of configuration file: its colours, a hover, a completion, a problem with its fix. */
import { DARK, LIGHT } from './themes.mjs';

/**
 * @typedef {object} Sheet
 * @property {string} name of the picture
 * @property {string} title
 * @property {string} file in the example folder
 * @property {string} theme
 * @property {'en' | 'tr'} language of the explanations
 * @property {string} colours the line that stands in the middle of the first picture
 * @property {{ word: string, after: string, says: RegExp }} hover
 * @property {{ below: string, typed: readonly string[], pick: string }} completion what is typed on a new line below
 *   the one that holds `below`, part by part as the list comes up, and the item that is looked at
 * @property {{ word: string, after: string }} problem where the menu of fixes opens
 */

/** @type {readonly Sheet[]} */
export const sheets = [
  {
    name: 'kamailio',
    title: 'Kamailio',
    file: 'config/kamailio.cfg',
    theme: DARK,
    language: 'en',
    colours: 'if (is_method("OPTIONS")',
    hover: { word: '483', after: 'sl_send_reply("483"', says: /Too Many Hops/ },
    completion: { below: 'record_route();', typed: ['t_reply("', '48'], pick: '486' },
    problem: { word: 'INVTE', after: '' },
  },
  {
    name: 'opensips',
    title: 'OpenSIPS',
    file: 'config/opensips.cfg',
    theme: LIGHT,
    language: 'tr',
    colours: 'if (!loose_route())',
    hover: { word: '405', after: 'send_reply(405', says: /Method Not Allowed/ },
    completion: { below: 'has_totag()', typed: ['if (is_method("', 'INVITE|'], pick: 'SUBSCRIBE' },
    problem: { word: '"Not Found"', after: 't_reply(408' },
  },
  {
    name: 'kemi',
    title: 'Kamailio, KEMI (Lua)',
    file: 'config/kamailio.lua',
    theme: DARK,
    language: 'en',
    colours: 'if KSR.is_OPTIONS()',
    hover: { word: '420', after: 't_reply(420', says: /Bad Extension/ },
    completion: { below: 'KSR.rr.record_route()', typed: ['KSR.hdr.append("', 'Ses'], pick: 'Session-Expires' },
    problem: { word: 'Requires', after: '' },
  },
  {
    name: 'asterisk-dialplan',
    title: 'Asterisk, extensions.conf',
    file: 'config/extensions.conf',
    theme: LIGHT,
    language: 'tr',
    colours: 'Dial(PJSIP',
    hover: { word: '17', after: 'Hangup(17)', says: /USER_BUSY/ },
    completion: { below: 'Congestion(10)', typed: ['same => n,Hangup(', '2'], pick: '21 ' },
    problem: { word: 'NO ANSWER', after: '' },
  },
  {
    name: 'asterisk-options',
    title: 'Asterisk, pjsip.conf',
    file: 'config/pjsip.conf',
    theme: DARK,
    language: 'tr',
    colours: 'dtmf_mode',
    hover: { word: 'direct_media_method', after: '', says: /re-?INVITE|UPDATE/i },
    completion: { below: '100rel = yes', typed: ['rtp'], pick: 'rtp' },
    problem: { word: 'rfc2833', after: '' },
  },
  {
    name: 'freeswitch-dialplan',
    title: 'FreeSWITCH, dialplan',
    file: 'config/freeswitch-dialplan.xml',
    theme: DARK,
    language: 'en',
    colours: 'continue_on_fail',
    hover: { word: 'USER_BUSY', after: '', says: /User busy/ },
    completion: { below: 'sip_h_X-Tenant', typed: ['<action application="respond" data="', '48'], pick: '488' },
    problem: { word: 'CALL_REJECT', after: '' },
  },
  {
    name: 'freeswitch-profile',
    title: 'FreeSWITCH, SIP profile',
    file: 'config/freeswitch-profile.xml',
    theme: LIGHT,
    language: 'en',
    colours: 'enable-100rel',
    hover: { word: 'NDLB-force-rport', after: '', says: /rport/ },
    completion: { below: 'enable-timer', typed: ['<param name="', 'session'], pick: 'session-timeout' },
    problem: { word: 'rfc4733', after: '' },
  },
  {
    name: 'sipp-scenario',
    title: 'SIPp',
    file: 'config/sipp-uac.xml',
    theme: LIGHT,
    language: 'tr',
    colours: 'Call-ID: [call_id]',
    hover: { word: 'branch', after: 'branch=[branch]', says: /Via|branch/ },
    completion: { below: 'Max-Forwards: 70', typed: ['User-Agent: ['], pick: 'media_ip' },
    problem: { word: 'acknowledge', after: 'next="acknowledge"' },
  },
];
