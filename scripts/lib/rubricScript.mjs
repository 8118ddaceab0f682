// The rubric's texts as a script for a Worker, of which a process reads those it asks for: see server/src/lsp/rubricTexts.ts.
import { writeFile } from 'node:fs/promises';
import { readRubricBy } from './builtinRubric.mjs';

const TEXT_OF = 'starwrightText';

/** Makes a bundle ask who runs it for each text of the rubric. */
export const askForTexts = (texts) => readRubricBy(texts, '', `${TEXT_OF}(name)`);

/** Writes the script. Its first line says where after it each text stands, in bytes: all of it is ASCII. */
export async function writeRubricScript(file, texts) {
  const places = {};
  let script = `var ${TEXT_OF}=(texts=>name=>texts[name])({`;
  for (const [name, text] of Object.entries(texts)) {
    script += `${name}:'`;
    const from = script.length;
    script += text.replace(/[\\']/g, '\\$&');
    places[name] = [from, script.length];
    script += "',";
  }
  await writeFile(file, `//${JSON.stringify(places)}\n${script}});\n`, 'latin1');
}
