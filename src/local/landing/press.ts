import { type Html, html } from './html';

export type Press = { readonly post: string; readonly body: unknown; readonly busy: string };

/** A button that posts `body` and then shows the page anew; `busy` is what is said meanwhile. */
export const pressed = ({ post, body, busy }: Press, label: Html, looks = ''): Html =>
  html`<button
    type="button"
    class="button ${looks}"
    data-post="${post}"
    data-body="${JSON.stringify(body)}"
    data-busy="${busy}"
  >
    ${label}
  </button>`;

/** Tells buttons with one label apart for those who hear them. */
export const spoken = (text: string): Html => html`<span class="spoken">: ${text}</span>`;
