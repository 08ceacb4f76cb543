/** Texts with gaps, in one language. Pure: no page, no storage. */

/** Languages that there are texts in; the first is for everybody else. */
export const LANGUAGES = Object.freeze(['en', 'es']);

/**
 * The language to speak: the one that was chosen, else the first of the browser's that there is.
 * @param {string | null} chosen
 * @param {readonly string[]} preferred such as navigator.languages
 */
export function languageOf(chosen, preferred) {
  const wanted = [chosen ?? '', ...preferred].map((it) => it.toLowerCase().split('-')[0]);
  return wanted.find((it) => LANGUAGES.includes(it)) ?? LANGUAGES[0];
}

/**
 * Fills a text's gaps. Where it has two forms, the first number chooses.
 * @param {string} text
 * @param {(string | number)[]} args
 * @param {string} language
 */
export function fill(text, args, language) {
  const forms = text.split('|');
  const number = args.find((it) => typeof it === 'number');
  const isOne = forms.length === 2 && new Intl.PluralRules(language).select(Number(number)) === 'one';
  const form = forms[isOne ? 0 : forms.length - 1];
  return form.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)] ?? ''));
}

/**
 * A moment with its day of the week, as the park's clocks have it.
 * @param {number} at epoch milliseconds
 * @param {string} language
 * @param {string | undefined} zone such as Europe/Madrid
 */
export function dayClock(at, language, zone) {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  }).format(at);
}

/**
 * A moment as a clock says it in the park.
 * @param {number} at epoch milliseconds
 * @param {string} language
 * @param {string | undefined} zone such as Europe/Madrid; unknown ones count as this machine's
 * @param {boolean} [seconds]
 */
export function clock(at, language, zone, seconds = true) {
  /** @type {Intl.DateTimeFormatOptions} */
  const shape = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (seconds) {
    shape.second = '2-digit';
  }
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone: zone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(language, shape).format(at);
  }
}
