import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { sidewaysOverflow } from '#test/browser/targets.ts';
import { draw, text } from '#test/factories/draw.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };

/** One text with everything that a text may have. */
const TEXT = `## Your refund, {name}

We pay back **{amount}** within *14 days*.
The line above goes on here.  
This one begins anew.

- To your card
- To your account:
  1. By number
  2. By e-mail

3. A paragraph of its own

4. Another, with \`REF-{name}\`

#### Please note

> Once
>
> > what was *agreed*

\`\`\`text
Reference {name}
\`\`\`

---

See [our terms][terms], write to <mailto:help@example.org> or [try](javascript:alert(1)).
![Map of the branch](data:image/png;base64,AA "Branch") <b>Thank you</b>

[terms]: https://example.org/terms "Terms of sale"
`;

const interaction = draw({
  variables: {
    name: { type: 'text', label: 'Name', default: '**Ada** <img src=x>' },
    amount: { type: 'money', label: 'Amount', default: { amount: '12.50', currency: 'EUR' } },
  },
  elements: { s_text: { text: text(TEXT) } },
});

let folder: string;
beforeAll(async () => {
  folder = await builtPages();
}, 120_000);

/** What is read aloud as an outline: each thing by its tag, with the words that stand in it directly. */
function outline(player: PlayerDriver): Promise<readonly string[]> {
  return player.page.evaluate(() => {
    const lines: string[] = [];
    const walk = (parent: Element, depth: number) => {
      let words = '';
      const say = () => {
        const said = words.replace(/\s+/g, ' ').trim();
        if (said !== '') lines.push(`${' '.repeat(depth)}${said}`);
        words = '';
      };
      for (const node of parent.childNodes) {
        if (!(node instanceof Element)) {
          words += node.textContent ?? '';
          continue;
        }
        say();
        const { title, href, start, src } = node as HTMLAnchorElement & HTMLOListElement & HTMLImageElement;
        const more = [href, src, title, start > 1 ? String(start) : ''].filter((each) => each);
        lines.push(`${' '.repeat(depth)}<${[node.localName, ...more].join(' ')}>`);
        walk(node, depth + 1);
      }
      say();
    };
    const shown = document.querySelector('waymark-player')?.shadowRoot?.querySelector('.read-aloud');
    if (shown) walk(shown, 0);
    return lines;
  });
}

describe('a formatted text', () => {
  it('is drawn as it is meant, with its values as words, and nothing of it is HTML', SLOW, async () => {
    const player = await PlayerDriver.open(await servePages(folder), { kind: 'working-copy', interaction });
    await player.at('s_text');
    const expected = `
<h3>
 Your refund,
 <span>
  **Ada** <img src=x>
<p>
 We pay back
 <strong>
  <span>
   €12.50
 within
 <em>
  14 days
 . The line above goes on here.
 <br>
 This one begins anew.
<ul>
 <li>
  To your card
 <li>
  To your account:
  <ol>
   <li>
    By number
   <li>
    By e-mail
<ol 3>
 <li>
  <p>
   A paragraph of its own
 <li>
  <p>
   Another, with
   <code>
    REF-**Ada** <img src=x>
<h4>
 Please note
<blockquote>
 <p>
  Once
 <blockquote>
  <p>
   what was
   <em>
    agreed
<pre>
 Reference **Ada** <img src=x>
<hr>
<p>
 See
 <a https://example.org/terms Terms of sale>
  our terms
  <span>
   (opens in a new tab)
 , write to
 <a mailto:help@example.org>
  mailto:help@example.org
  <span>
   (opens in a new tab)
 or try. Map of the branch <b>Thank you</b>`;
    expect((await outline(player)).join('\n')).toBe(expected.trim());
    expect(problemsOf(player.page)).toEqual([]);
  });

  it.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 360 },
  ] as const)('has no fault that axe finds, and fits ($theme, $width px)', SLOW, async (options) => {
    const source = { kind: 'working-copy', interaction } as const;
    const player = await PlayerDriver.open(await servePages(folder), source, options);
    await player.at('s_text');
    expect(await accessibilityProblems(player.page)).toEqual([]);
    expect(await sidewaysOverflow(player.page)).toBe(0);
  });
});
