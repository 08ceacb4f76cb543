// Reads a park as a program of somebody else's does: npm's themeparks, with only its base address changed.
import { readFileSync } from 'node:fs';
import { ThemeParks, currentWaitTime } from 'themeparks';

const park = new ThemeParks({ baseUrl: `${process.argv[2]}/v1` });
const schema = (file, name) =>
  JSON.parse(readFileSync(new URL(`node_modules/@themeparks/typelib/typesrc/${file}.json`, import.meta.url))).properties[name];

/** What of a type's required fields is missing, and what has a value that its list does not have. */
function faults(type, value, where) {
  const all = [];
  for (const name of type.required ?? []) {
    if (!(name in value)) all.push(`${where} has no ${name}`);
  }
  for (const [name, field] of Object.entries(type.properties ?? {})) {
    const given = value[name];
    if (field.enum && given !== undefined && !field.enum.includes(given)) all.push(`${where}.${name} is ${given}`);
  }
  return all;
}

const found = await park.destinations.find('fwq');
const id = found.parks[0].id;
const wrong = [];
for await (const child of park.entity(id).walk()) wrong.push(...faults(schema('entities', 'Entity'), child, child.name));
const live = await park.entity(id).live();
for (const each of live.liveData) wrong.push(...faults(schema('livedata', 'LiveData'), each, each.name));
const days = await park.entity(id).schedule.upcoming();
for (const day of days.schedule) wrong.push(...faults(schema('schedule', 'ScheduleEntry'), day, day.date));
const waits = live.liveData.filter((it) => it.queue).map((it) => `${it.name}=${currentWaitTime(it)}`);
console.log(JSON.stringify({ destination: found.name, waits, days: days.schedule.length, wrong }));
