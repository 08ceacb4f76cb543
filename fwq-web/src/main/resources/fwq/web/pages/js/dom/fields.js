/**
 * What a guest's fields may hold, checked before anything is sent. The registry has the last word.
 *
 * @typedef {{field: string, said: [string, ...(string | number)[]]}} Fault a field and its sentence
 */

/** @type {Record<string, (value: string) => boolean>} */
const RULES = {
  alias: (it) => /^[A-Za-z0-9._-]{1,20}$/.test(it),
  name: (it) => [...it].length <= 60 && it.trim() !== '',
  email: (it) => it.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(it),
  password: (it) => [...it].length >= 8 && [...it].length <= 128,
  shownAs: (it) => it === '' || (it.length <= 20 && /^[A-Za-z0-9._-]+( [A-Za-z0-9._-]+)*$/.test(it)),
};

/**
 * What is wrong with these values, in their order. A field without a rule only must not be empty.
 * @param {Record<string, string>} values
 * @param {{optional?: string[], unchecked?: string[], names: Record<string, string>}} known fields
 *     that may be empty or are not held against their rules, and each field's name for people
 * @returns {Fault[]}
 */
export function faults(values, { optional = [], unchecked = [], names }) {
  return Object.entries(values).flatMap(([field, value]) => {
    if (value === '') {
      return optional.includes(field) ? [] : [fault(field, 'form.missing', names[field])];
    }
    if (field === 'again') {
      return value === values.password ? [] : [fault(field, 'form.differing')];
    }
    const good = unchecked.includes(field) || (RULES[field]?.(value) ?? true);
    return good ? [] : [fault(field, `refused.${field}`)];
  });
}

/** @param {string} field @param {...string} said @returns {Fault} */
const fault = (field, ...said) => ({ field, said: /** @type {Fault['said']} */ (said) });
