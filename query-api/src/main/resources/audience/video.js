import { clock, count, day, percent, several, share, time } from './words.js';
import { drawDays, drawExits, drawHeat, drawRetention } from './charts.js';
import { Alternative, list } from './tables.js';

const at = (id) => document.getElementById(id);
const say = (id, text) => { at(id).textContent = text; };

const tables = {
  retention: new Alternative(at('retention-table'), ['From', 'Viewers who saw it']),
  heat: new Alternative(at('heat-table'), ['From', 'Times watched']),
  exits: new Alternative(at('exits-table'), ['From', 'Viewers who stopped here']),
  days: new Alternative(at('days-table'), ['Day', 'Viewers', 'Views', 'Completions', 'Watched']),
};

// Its name, before anything is known of who watched it.
export function showVideo(material) {
  say('video-title', material.title);
  ['viewers', 'views', 'completions', 'average-watch-time', 'average-percentage'].forEach((id) => say(id, '–'));
  at('withheld').hidden = true;
  at('curves').hidden = true;
  at('video').hidden = false;
}

export function hideVideo() {
  at('video').hidden = true;
}

export function showAudience(answer, duration) {
  say('viewers', count(answer.viewers));
  say('views', count(answer.views));
  say('completions', completed(answer));
  say('average-watch-time', time(answer.average_watch_time));
  say('average-percentage', percent(answer.average_percentage));
  withhold(answer);
  if (!answer.withheld) showCurves(curves(answer, duration));
}

function completed({ completions, viewers }) {
  return viewers ? `${count(completions)} (${share(completions, viewers)})` : count(completions);
}

function withhold({ withheld, viewers }) {
  at('withheld').hidden = !withheld;
  at('curves').hidden = withheld;
  if (!withheld) return;
  say('withheld', viewers
    ? `Only ${several(viewers, 'student has', 'students have')} watched this so far. Where they leave and what they`
      + ' repeat is shown when there are more, so that the picture tells nothing about one of them.'
    : 'Nobody has watched this yet. When enough students have, you see here where they leave.');
}

// What the pictures are of: bucket by bucket, with the second at which each begins.
function curves(answer, duration) {
  const width = duration / answer.buckets;
  return {
    retention: answer.retention,
    heat: answer.heat,
    exits: answer.exits,
    dropOffs: answer.drop_off_points,
    hotspots: answer.hotspots,
    starts: answer.retention.map((_, bucket) => bucket * width),
    bucketAt: (position) => Math.min(answer.buckets - 1, Math.floor(position / width + 1e-6)),
  };
}

function showCurves(video) {
  const leave = video.dropOffs.map(({ position, lost }) => `At ${clock(position)}, ${percent(100 * lost)} of the viewers`);
  const repeat = video.hotspots.map(({ from, to, score }) =>
    `${clock(from)} to ${clock(to)}: each viewer ${several(score, 'time', 'times')} more, on average`);
  list(at('drop-offs'), leave, 'Nowhere in particular.');
  list(at('hotspots'), repeat, 'Nothing in particular.');

  const last = video.retention.at(-1);
  drawRetention(video, `Of the viewers, ${percent(100 * last)} see the end. ${said('They leave', leave)}`);
  drawHeat(video, `The most watched part was watched ${count(Math.max(...video.heat))} times. `
    + said('Most repeated', repeat));
  drawExits(video, `${several(sum(video.exits), 'viewer has', 'viewers have')} not finished.`);

  const from = (values, words) => values.map((value, bucket) => [clock(video.starts[bucket]), words(value)]);
  tables.retention.show(from(video.retention, (part) => percent(100 * part)));
  tables.heat.show(from(video.heat, count));
  tables.exits.show(from(video.exits, count));
}

// Days on which nothing happened are not in the answer.
export function showDays(answer, from, to) {
  const told = new Map(answer.days.map((each) => [each.date, each]));
  const days = everyDay(from, to)
    .map((date) => told.get(date) ?? { date, viewers: 0, views: 0, completions: 0, watched_seconds: 0 });
  drawDays(days, `From ${day(from)} to ${day(to)}: ${several(sum(days.map((each) => each.views)), 'view', 'views')}, `
    + `${several(sum(days.map((each) => each.completions)), 'completion', 'completions')}.`);
  tables.days.show(days.toReversed().map((each) => [
    day(each.date, { weekday: 'short', year: 'numeric' }),
    count(each.viewers), count(each.views), count(each.completions), time(each.watched_seconds),
  ]));
}

function everyDay(from, to) {
  const days = [];
  const date = new Date(from);
  while (days.at(-1) !== to) {
    days.push(date.toISOString().slice(0, 10));
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return days;
}

const said = (what, items) => (items.length ? `${what}: ${items.join('; ')}.` : '');
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
