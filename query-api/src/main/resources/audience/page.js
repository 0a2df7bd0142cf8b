// What is chosen stands in the address after the #, so that it can be kept and passed on; the token never does.

import * as course from './course.js';
import * as token from './token.js';
import * as video from './video.js';
import { redraw } from './charts.js';
import { Question, Refused } from './question.js';
import { Rounds } from './rounds.js';
import { refusal } from './words.js';

const SLOWER = 5; // What says less about this moment is asked every so many rounds.

const at = (id) => document.getElementById(id);
const period = at('period');
const rounds = new Rounds((number, stopped) => round(number, stopped), told);

let catalog = null;
let catalogAsked = null;
let asked = []; // What is asked about what is chosen.
let until = ''; // The last day that is asked about.
let chosen = {}; // The course and the material, as the catalog has them.

async function round(number, stopped) {
  if (number % SLOWER === 0) await readCatalog(stopped);
  if (until !== days()[1]) choose(); // It is tomorrow.
  for (const { question, show, every } of asked) {
    if (number % every) continue;
    const answer = await question.ask(stopped);
    if (answer) show(answer);
  }
}

async function readCatalog(stopped) {
  const answer = await catalogAsked.ask(stopped);
  if (!answer) return;
  catalog = answer.courses;
  course.offer(catalog, token.courses());
  enter(true);
  choose();
}

// Takes what the address names; a course that the caller teaches where it names none.
function choose() {
  const named = new URLSearchParams(location.hash.slice(1));
  const mine = at('course').value;
  const one = catalog.find(({ id }) => id === (named.get('course') ?? mine));
  const material = one && course.materials(one).find(({ id }) => id === named.get('video'));
  chosen = { course: one, material };
  asked = [];
  until = days()[1];
  if (!one) {
    video.hideVideo();
    if (catalog.length) throw new Refused(404, 'There is no such course');
    course.showNone();
    return;
  }
  askAboutCourse(one);
  if (material) askAboutVideo(material);
  else video.hideVideo();
}

function askAboutCourse(one) {
  course.showCourse(one, chosen.material?.id);
  asked.push({
    question: new Question(`api/analytics/course/${encodeURIComponent(one.id)}`),
    show: (answer) => course.showAudience(answer, chosen.material?.id),
    every: SLOWER,
  });
}

function askAboutVideo(material) {
  const path = `api/analytics/video/${encodeURIComponent(material.id)}`;
  video.showVideo(material);
  asked.unshift({
    question: new Question(`${path}/audience`),
    show: (answer) => video.showAudience(answer, material.duration),
    every: 1,
  });
  const [from, to] = days();
  asked.push({
    question: new Question(`${path}/timeline?from=${from}&to=${to}`),
    show: (answer) => video.showDays(answer, from, to),
    every: SLOWER,
  });
}

function days() {
  const date = new Date();
  const to = date.toISOString().slice(0, 10);
  date.setUTCDate(date.getUTCDate() - Number(period.value) + 1);
  return [date.toISOString().slice(0, 10), to];
}

function told(refused, pause) {
  say(refused ? refusal(refused) : '');
  at('main').classList.toggle('old', refused !== null);
  if (refused?.status === 401) {
    token.forget();
    enter(false);
  } else if (pause === null) {
    at('state').textContent = 'Stopped';
  } else {
    at('state').textContent = refused ? `Again in ${Math.ceil(pause)} s` : 'Live';
  }
  at('state').dataset.live = String(!refused);
}

function say(text) {
  if (at('notice').textContent !== text) at('notice').textContent = text;
  at('notice').hidden = !text;
}

function enter(isIn) {
  at('enter').hidden = isIn;
  at('main').hidden = !isIn;
  at('leave').hidden = !isIn;
  if (isIn) return;
  at('state').textContent = '';
  at('token').value = '';
  at('token').focus();
}

function begin() {
  catalogAsked = new Question('api/catalog/courses');
  rounds.start();
}

function leave() {
  rounds.stop();
  token.forget();
  say('');
  enter(false);
}

function go(courseId, videoId) {
  const names = new URLSearchParams({ course: courseId, ...(videoId && { video: videoId }) });
  location.hash = names.toString();
}

at('enter').addEventListener('submit', (event) => {
  event.preventDefault();
  token.set(at('token').value);
  at('token').value = '';
  say('');
  begin();
});
at('leave').addEventListener('click', leave);
period.addEventListener('change', begin);
course.onChosen((id) => go(id));
course.onVideo((id) => {
  go(chosen.course.id, id);
  at('video').focus();
});
window.addEventListener('hashchange', () => { if (token.get()) begin(); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

if (token.get()) begin();
else enter(false);
