/**
 * What travels between the server and the pages, for JSDoc alone: no page asks for this file.
 *
 * @typedef {'OPEN' | 'NO_DATA' | 'DOWN' | 'CLOSED'} RideState
 *
 * @typedef {object} Ride
 * @property {number} id
 * @property {string} name
 * @property {number} position cell 0..399
 * @property {RideState} state
 * @property {number | null} wait minutes; null unless OPEN
 * @property {string | null} [reason] the operator's words on why it is down or closed
 * @property {number} [queue] people in line
 * @property {number} [cycle] minutes
 *
 * @typedef {{plate: string, position: number, stock: number}} Cart
 *
 * @typedef {object} Frame
 * @property {number} at epoch milliseconds, by the engine's clock
 * @property {number} ageMs how old it was when it was sent
 * @property {boolean} open false: the park is closed
 * @property {string | null} [reason] an operator's words on why it is open or closed
 * @property {number} [opensAt] epoch milliseconds, by its hours, while it is closed
 * @property {number} [closesAt] epoch milliseconds, by its hours, while it is open
 * @property {string} [zone] the park's time zone, such as Europe/Madrid
 * @property {number} inside guests
 * @property {number} capacity guests
 * @property {string} [name] the park's name
 * @property {Ride[]} rides
 * @property {[number, number][]} cells cell and how many stand there
 * @property {[string, number][]} [visitors] name on the map, or '', and cell
 * @property {Cart[]} [carts] food carts; absent while nobody knows
 * @property {[number, number][]} [fugitives] cell of a cart that is nobody's, and how often it was seen
 *
 * @typedef {object} Hello
 * @property {number} v version of the stream
 * @property {string} build hash over the pages
 * @property {number} park
 * @property {string} [name] the park's name
 * @property {string} [zone] the park's time zone, such as Europe/Madrid
 * @property {number} at epoch milliseconds, by the server's clock
 *
 * @typedef {object} Alert
 * @property {number} ride
 * @property {number} below minutes
 * @property {boolean} [fired] the wait is below that now
 * @property {number} [wait] minutes, when fired
 *
 * @typedef {object} Me
 * @property {'OUTSIDE' | 'ENTERING' | 'INSIDE' | 'RIDING' | 'REFUSED' | 'GONE'} state
 * @property {number | null} position
 * @property {number | null} heading the ride that I walk to, wait at, or am on
 * @property {string | null} [cart] the plate of the food cart that I walk to
 * @property {number[] | null} [path] cells still to be walked
 * @property {boolean} autopilot
 * @property {Alert | null} alert
 * @property {string | null} reason
 *
 * @typedef {object} Away
 * @property {'ENGINE' | 'BROKER' | 'REGISTRY'} what
 * @property {number | null} since epoch milliseconds; null: it is back
 *
 * @typedef {object} Profile
 * @property {string} alias
 * @property {string | null} name
 * @property {string | null} email
 * @property {string | null} [shownAs]
 * @property {Me['state']} [state]
 * @property {number} [park]
 * @property {{id: number, name: string}[]} [parks]
 * @property {number} [expiresAt] epoch milliseconds: when the login ends
 * @property {boolean} [trips] trips can be planned here
 *
 * @typedef {{kind: 'flight', from: string, to: string, day: string, hour: string, arrivalDay: string, arrivalHour: string}
 *     | {kind: 'stay', hotel: string, address: string, city: string, dayIn: string, dayOut: string, room: number, rooms: number, beds: number, breakfast: boolean}
 *     | {kind: 'tour', tour: string, place: string, address: string, city: string, day: string, hour: string}} Service what is sold
 *
 * @typedef {{name: string, service: Service, price: number, left: number, chosen: boolean}} Choice price in cents
 * @typedef {{choices: Choice[], before?: string, after?: string}} Matches where there are none, the nearest days that have some
 * @typedef {{leg: 'FLIGHTS' | 'HOTELS' | 'TOURS', list: number, quantity: number, total: number, service: Service}} Part total in cents
 *
 * @typedef {object} Plan a trip that is being planned
 * @property {import('./trip/plan.js').Step} page
 * @property {string} trip its id
 * @property {string} currency such as EUR
 * @property {number} total cents
 * @property {Record<string, string>} typed
 * @property {Record<string, string>} wrong why, for each field that is
 * @property {import('./trip/plan.js').Step[]} open the pages that can be gone to
 * @property {number} [tookMillis] how long the seller took
 * @property {Matches[]} lists
 * @property {Part[]} chosen
 * @property {{code: string, leg?: string, why?: string, left?: number}} [notice] what an agency said
 * @property {{code: string, name: string, country: string}[]} towns
 *
 * @typedef {{trip: string, state: string, total: number, currency: string, day: string | null}} OwnTrip total in cents
 */
export {};
