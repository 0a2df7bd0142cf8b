import { count, percent, several, share, time } from './words.js';
import { element, row } from './tables.js';

const chooser = document.getElementById('course');
const body = document.querySelector('#videos tbody');

// The courses that the caller teaches come first.
export function offer(courses, own) {
  const teaches = ({ id }) => own.includes('*') || own.includes(id);
  const groups = [['Your courses', courses.filter(teaches)], ['Other courses', courses.filter((one) => !teaches(one))]]
    .filter(([, members]) => members.length)
    .map(([label, members]) => {
      const group = Object.assign(document.createElement('optgroup'), { label });
      group.append(...members.map(({ id, title }) => element('option', title, { value: id })));
      return group;
    });
  chooser.replaceChildren(...(groups.length === 1 ? groups[0].children : groups));
}

export const onChosen = (then) => chooser.addEventListener('change', () => then(chooser.value));

// Its name and its videos, before anything is known of who watched them.
export function showCourse(course, chosen) {
  chooser.value = course.id;
  document.getElementById('course-title').textContent = course.title;
  document.getElementById('course-facts').textContent = '';
  list(materials(course).map(({ id, title }) => ({ video_id: id, title })), chosen);
}

export function showNone() {
  document.getElementById('course-title').textContent = 'There is no course yet';
  document.getElementById('course-facts').textContent = '';
  list([]);
}

export function showAudience(answer, chosen) {
  document.getElementById('course-facts').textContent =
    `${several(answer.started, 'student has', 'students have')} begun it, ${count(answer.completed)} completed it`
    + `${answer.started ? ` (${share(answer.completed, answer.started)})` : ''}.`;
  list(answer.videos, chosen);
}

function mark(chosen) {
  body.querySelectorAll('button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.value === chosen));
  });
}

export const materials = (course) => course.chapters
  .flatMap((chapter) => chapter.materials)
  .filter(({ published }) => published);

function list(videos, chosen) {
  const focused = document.activeElement?.closest('#videos button')?.value;
  body.replaceChildren(...videos.map((video) => row([
    element('button', video.title, { type: 'button', value: video.video_id }),
    count(video.viewers),
    video.completions == null ? '–' : `${count(video.completions)} (${share(video.completions, video.viewers)})`,
    time(video.average_watch_time),
    percent(video.average_percentage),
  ])));
  mark(chosen);
  [...body.querySelectorAll('button')].find(({ value }) => value === focused)?.focus();
}

export function onVideo(then) {
  body.addEventListener('click', ({ target }) => {
    if (target.value) then(target.value);
  });
}
