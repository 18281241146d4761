import { type Html } from './html';

const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f2ec; --paper: #ffffff; --ink: #1b2733; --quiet: #53606d; --line: #d9d5ca;
  --accent: #0a5a66; --on-accent: #ffffff; --wash: #e3eff0; --alert: #9a2a1f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12181e; --paper: #1b232b; --ink: #e9edf0; --quiet: #a9b5bf; --line: #35414c;
    --accent: #7fd0da; --on-accent: #07272c; --wash: #21363b; --alert: #ffab9f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; }
.page { max-width: 78rem; margin: 0 auto; padding: clamp(1rem, 3vw, 2.5rem); }
header { border-left: .375rem solid var(--accent); padding-left: 1rem; margin-bottom: 2rem; max-width: 46rem; }
h1 { font-size: clamp(1.75rem, 4vw, 2.25rem); line-height: 1.15; margin: 0 0 .375rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 0 0 .25rem; }
h3 { font-size: 1.0625rem; margin: 0; }
p { margin: 0 0 .5rem; }
.quiet { color: var(--quiet); }
.layout { display: grid; gap: 2rem; align-items: start; }
@media (min-width: 62rem) { .layout { grid-template-columns: minmax(0, 1fr) 21rem; } }
.windows { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); margin: 1rem 0 2rem; padding: 0; list-style: none; }
.window, .panel { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.125rem; }
.window { display: flex; flex-direction: column; gap: .625rem; }
.window ul { margin: 0; padding-left: 1.125rem; flex: 1; }
.window li { margin-bottom: .375rem; }
.window li::marker { color: var(--accent); }
.panel { margin-bottom: 1rem; }
.panel p:last-child { margin-bottom: 0; }
.panel h2 { margin-bottom: .5rem; }
.moment { font-size: 1.125rem; font-weight: 600; margin-bottom: .75rem; }
.buttons { display: grid; gap: .5rem; grid-template-columns: repeat(3, 1fr); }
.buttons .button { padding-inline: .25rem; }
.buttons .wide { grid-column: 1 / -1; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; }
.button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem .875rem; border-radius: .5rem; border: 1px solid var(--accent); background: transparent; color: var(--accent); cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; justify-content: center; text-align: center; }
.button:hover { background: var(--wash); }
.primary { background: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent); filter: brightness(1.1); }
.button:disabled { opacity: .6; cursor: progress; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.people { list-style: none; margin: .75rem 0 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
.people > li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .75rem 1.125rem; }
.people > li + li { border-top: 1px solid var(--line); }
.people p { margin: 0; }
details { margin-top: .25rem; }
summary { cursor: pointer; color: var(--accent); }
dl { display: grid; grid-template-columns: 1fr auto; gap: .375rem 1rem; margin: 0 0 .75rem; }
dd { margin: 0; font-variant-numeric: tabular-nums; font-weight: 600; text-align: right; }
.alert { color: var(--alert); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#status:empty { display: none; }
#status { position: sticky; top: .5rem; z-index: 1; background: var(--ink); color: var(--ground); border-radius: .5rem; padding: .625rem 1rem; margin-bottom: 1rem; }
`;

/** The page's whole style sheet; colours hold 4.5:1 in light and dark. */
export const style = (nonce: string): Html => ({ markup: `<style nonce="${nonce}">${STYLE}</style>` });
