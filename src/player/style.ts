import choicesStyle from '#parts/choices.css?inline';
import fileStyle from '#parts/file.css?inline';
import formsStyle from '#parts/forms.css?inline';
import partsStyle from '#parts/parts.css?inline';
import stageStyle from './stage.css?inline';

let made: CSSStyleSheet[] | undefined;

/** The player's style as sheets that all players of a page share: no inline style for a strict policy to refuse. */
export function sheets(): CSSStyleSheet[] {
  made ??= [stageStyle, partsStyle, choicesStyle, fileStyle, formsStyle].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return made;
}
