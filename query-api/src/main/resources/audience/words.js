// How numbers, times and refusals are said.

const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const NOTHING = '–';

export const count = (number) => (number == null ? NOTHING : short.format(number));
export const percent = (number) => (number == null ? NOTHING : `${short.format(number)} %`);
export const share = (part, all) => (all ? percent((100 * part) / all) : NOTHING);
export const several = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

// A position in a video: 3:05, 1:02:03.
export function clock(seconds) {
  const all = Math.round(seconds);
  const two = (number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

// A length of time: 45 s, 3 min 5 s, 2 h 10 min.
export function time(seconds) {
  if (seconds == null) return NOTHING;
  const all = Math.round(seconds);
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  if (hours) return `${whole.format(hours)} h ${minutes} min`;
  return minutes ? `${minutes} min ${all % 60} s` : `${all} s`;
}

// 2026-11-21: 21 Nov.
export function day(date, more = {}) {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric', month: 'short', timeZone: 'UTC', ...more,
  });
}

export function refusal(refused) {
  switch (refused.status) {
    case 401:
      return 'The token is not valid, or no longer. Paste a new one.';
    case 403:
      return 'This token may not see this audience: it is for those who teach the course, and for administrators.';
    case 404:
      return 'This is no longer in the catalog. Choose something else.';
    case 429:
      return 'Too many questions at once. It goes on by itself in a moment.';
    case 0:
    case 502:
    case 503:
    case 504:
      return 'Playhead does not answer at the moment. What you see may be old; it goes on by itself.';
    default:
      return `This cannot be shown: ${refused.message}`;
  }
}
