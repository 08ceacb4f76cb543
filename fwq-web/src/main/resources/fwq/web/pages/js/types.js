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
 * @property {({position: number} | [number, ...unknown[]])[] | null} [carts] each with its cell; null: unknown
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
 */
export {};
