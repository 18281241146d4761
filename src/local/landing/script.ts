import { type Html } from './html';

const SCRIPT = `
const post = async button => {
  const status = document.getElementById('status');
  button.disabled = true;
  status.textContent = button.dataset.busy;
  try {
    const response = await fetch(button.dataset.post, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: button.dataset.body,
    });
    if (!response.ok) throw new Error(response.status);
    location.reload();
  } catch {
    status.textContent = 'Det gikk ikke. Se i terminalen hva som er galt, og prøv igjen.';
    button.disabled = false;
  }
};
const go = link => {
  const tab = window.open('', link.target);
  try {
    if (tab.location.href === 'about:blank') tab.location = link.href;
  } catch {
    tab.focus();
  }
};
const renew = async () => {
  if (document.hidden) return;
  try {
    const response = await fetch('/utboks');
    if (response.ok) document.getElementById('utboks-panel').outerHTML = await response.text();
  } catch {}
};
setInterval(renew, 2000);
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-post]');
  const link = event.target.closest('a[target]');
  if (button) post(button);
  if (link) event.preventDefault();
  if (link) go(link);
});
`;

/**
 * The only script of the page. A button posts what it names and shows the page anew. The outbox is shown anew every two
 * seconds while somebody looks. A link to a window goes
 * to the tab that has it, where there is one, and leaves what is typed there alone.
 */
export const script = (nonce: string): Html => ({ markup: `<script nonce="${nonce}">${SCRIPT}</script>` });
