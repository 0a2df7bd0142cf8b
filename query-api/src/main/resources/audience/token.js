// Who is asking. The token is kept for as long as the tab is, and is never in an address.

const NAME = 'playhead.token';
let token = restore();

export const get = () => token;

// Takes what was pasted, also as it stands in a header.
export function set(pasted) {
  token = pasted.trim().replace(/^Bearer\s+/i, '');
  keep((store) => store.setItem(NAME, token));
}

export function forget() {
  token = '';
  keep((store) => store.removeItem(NAME));
}

// The ids of the courses that it names, to list them first. What it may see the service decides.
export function courses() {
  try {
    const body = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const named = JSON.parse(atob(body)).courses;
    return Array.isArray(named) ? named : [];
  } catch {
    return [];
  }
}

function restore() {
  let kept = '';
  keep((store) => { kept = store.getItem(NAME) ?? ''; });
  return kept;
}

// A browser may be told to keep nothing.
function keep(what) {
  try {
    what(window.sessionStorage);
  } catch {
    // Then it is kept until the page is left.
  }
}
