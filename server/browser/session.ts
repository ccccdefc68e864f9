/** How long before its end a session is spoken of. */
const warnSeconds = 5 * 60;

/**
 * Says on every page of somebody who is signed in that the session is about to end, and keeps it alive at the press of a button. The page
 * stays as it is, so nothing that was typed is lost.
 */
const watchSession = (notice: HTMLElement): void => {
  const text = notice.querySelector('p');
  const button = notice.querySelector('button');
  if (text === null || button === null) return;
  let idleEnds = 0;
  let lastEnds = 0;
  // Of a clock that goes on while the computer sleeps.
  const begin = (idle: number, last: number): void => {
    idleEnds = Date.now() + idle * 1000;
    lastEnds = Date.now() + last * 1000;
  };
  const say = (words: string | undefined, canStay: boolean): void => {
    if (text.textContent !== words) text.textContent = words ?? '';
    button.hidden = !canStay;
    notice.hidden = words === undefined;
  };
  const look = (): void => {
    const left = (Math.min(idleEnds, lastEnds) - Date.now()) / 1000;
    if (left <= 0) say(notice.dataset.over, false);
    else if (left > warnSeconds) say(undefined, false);
    else if (lastEnds <= idleEnds) say(notice.dataset.lastText, false);
    else say(notice.dataset.soon, true);
  };
  const stay = async (): Promise<void> => {
    try {
      const reply = await fetch('/session', { method: 'POST' });
      if (reply.status === 401) idleEnds = 0;
      else if (!reply.ok) throw new Error(`The session was answered with status ${reply.status}`);
      else {
        const { idleSeconds, lastSeconds } = (await reply.json()) as { readonly idleSeconds: number; readonly lastSeconds: number };
        begin(idleSeconds, lastSeconds);
      }
      look();
    } catch (error) {
      say(notice.dataset.failed, true);
      throw error;
    }
  };
  begin(Number(notice.dataset.idle), Number(notice.dataset.last));
  button.addEventListener('click', () => void stay());
  setInterval(look, 1000);
};

const notice = document.getElementById('session');
if (notice !== null) watchSession(notice);
