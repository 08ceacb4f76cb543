import { copy } from '../dom/build.js';
import { faults } from '../dom/fields.js';
import { wire } from '../dom/form.js';
import { ask } from '../live/api.js';
import { speak, text } from '../text/speak.js';

/**
 * Where an operator logs in.
 * @param {import('./operator.js').Operator} operator
 */
export function entrance(operator) {
  const element = copy('entrance');
  speak(element);
  wire({
    form: /** @type {HTMLFormElement} */ (element.querySelector('form')),
    banners: operator.banners,
    check: (values) =>
      faults(values, {
        unchecked: ['alias', 'password'],
        names: { alias: text('field.alias'), password: text('field.password') },
      }),
    send: async (values) => await ask('/app/login', values),
    done: (me) => operator.entered(me),
    loggedOut: () => {},
  });
  return element;
}
