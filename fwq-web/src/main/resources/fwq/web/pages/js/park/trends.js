import { waitOf } from './waits.js';

/** @typedef {'RISING' | 'FALLING' | 'STEADY'} Trend */

/** What is older says nothing about now. */
const WINDOW_MS = 180_000;

/** A wait is noted this often, so at most 36 times a ride. */
const NOTE_MS = 5_000;

/** Less than this is chance. */
const CHANGE_MINUTES = 2;

/** Where the waits of the last three minutes lead, as far as this page has seen. */
export class Trends {
  /** @type {Map<number, {at: number, minutes: number}[]>} */
  #notes = new Map();

  /**
   * These rides were seen. One that has no wait begins anew.
   * @param {import('../types.js').Ride[]} rides
   * @param {number} now milliseconds
   */
  saw(rides, now) {
    const before = this.#notes;
    this.#notes = new Map();
    for (const ride of rides) {
      const minutes = waitOf(ride);
      if (minutes !== null) {
        const notes = (before.get(ride.id) ?? []).filter((it) => now - it.at < WINDOW_MS && it.at <= now);
        if (notes.length === 0 || now - notes[notes.length - 1].at >= NOTE_MS) {
          notes.push({ at: now, minutes });
        }
        this.#notes.set(ride.id, notes);
      }
    }
  }

  /**
   * @param {import('../types.js').Ride} ride
   * @returns {Trend}
   */
  of(ride) {
    const first = this.#notes.get(ride.id)?.[0];
    const minutes = waitOf(ride);
    if (!first || minutes === null || Math.abs(minutes - first.minutes) < CHANGE_MINUTES) {
      return 'STEADY';
    }
    return minutes > first.minutes ? 'RISING' : 'FALLING';
  }
}
