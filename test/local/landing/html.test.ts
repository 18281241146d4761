import { html } from '../../../src/local/landing/html';

describe('html', () => {
  it('escapes text, in content and in attributes', () => {
    const text = `<b title="x">'&'</b>`;

    const { markup } = html`<p title="${text}">${text}</p>`;

    const escaped = '&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;';
    expect(markup).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes markup as it is, one or many', () => {
    const items = [1, 2].map(number => html`<i>${number}</i>`);

    expect(html`<p>${items}${html`<b>3</b>`}</p>`.markup).toBe('<p><i>1</i><i>2</i><b>3</b></p>');
  });
});
