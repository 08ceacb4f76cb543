/** Makes elements. Texts go in as text alone, whatever they hold. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A copy of a template's one element.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  return /** @type {HTMLElement} */ (fragment.firstElementChild);
}

/**
 * The element of that role in a copy: the one with data-part.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {any}
 */
export const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...Node} children
 * @returns {HTMLElement}
 */
export const html = (tag, attributes, ...children) =>
  /** @type {HTMLElement} */ (filled(document.createElement(tag), attributes, children));

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export const svg = (tag, attributes, ...children) =>
  /** @type {SVGElement} */ (filled(document.createElementNS(SVG, tag), attributes, children));

/** @param {Element} element @param {Record<string, string | number>} [attributes] @param {Node[]} [children] */
function filled(element, attributes = {}, children = []) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}
