/**
 * A keyword of SIPp, which stands for what a scenario puts there: what holds one is a pattern of messages, and none.
 * `[transport]` alone may name a part of a program as well.
 */
export const SIPP_KEYWORD =
  /\[(?:service|branch|call_id|(?:local|remote|server|media)_(?:ip|port)|field\d{1,3}|transport(?<=[=/]\[transport))\]/;
