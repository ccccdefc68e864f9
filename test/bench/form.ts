import { openCatalog } from '../../server/catalog/catalog.js';
import { repositoryRoot } from '../../server/root.js';
import { walkThrough } from '../support/form-walk.js';

/**
 * Minutes that a person needs for a whole form, page by page, for every worked establishment of every edition: keystrokes, pointing,
 * thinking, reading what is printed, and looking figures up (`test/support/keystroke-level.ts`).
 * Run by `npm run bench:form`, with the id of an establishment for that one alone.
 */
const wanted = process.argv[2];
const { editions, workedExamples } = openCatalog(repositoryRoot).surveys;
for (const edition of Object.values(editions)) {
  for (const { id, fields, reasons } of workedExamples.filter((example) => example.editionId === edition.id)) {
    if (wanted !== undefined && wanted !== id) continue;
    const walk = walkThrough(edition, fields, reasons);
    const sections = [...walk.secondsIn].map(([section, spent]) => `${section} ${(spent / 60).toFixed(1)}`).join('  ');
    const end = walk.maySubmit ? 'may be submitted' : 'is not finished';
    console.log(`${edition.id}  ${id}: ${walk.minutes.toFixed(1)} min, ${walk.pages} pages, ${walk.questions} questions; ${end}`);
    console.log(`  ${sections}`);
  }
}
