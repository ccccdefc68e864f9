import type { MonthlyQuestion, SimpleQuestion } from '../../survey/edition.js';
import type { CellFault } from '../../survey/sheet-entry.js';
import { type FileCell, withoutGuard } from '../../survey/workbook.js';
import { choiceIdOf, missingIdOf, truthOf, unitIdOf } from './labels.js';

/** What a cell says for a field: the text to put into it, and why it is not put there. */
export interface FieldText {
  readonly text: string;
  readonly fault: CellFault | null;
}

const taken = (text: string): FieldText => ({ text, fault: null });

/** Faults of a cell whatever it is for: nobody typed these, so they are not put into the form to be asked about there. */
const faultOf = ({ kind, formula, text }: FileCell): CellFault | null => {
  if (formula === 'reachesOut') return { code: 'formulaReachesOut', values: {} };
  if (formula === 'notComputed') return { code: 'formulaNotComputed', values: { text } };
  return kind === 'error' ? { code: 'cellError', values: { text } } : null;
};

const truthText = (text: string, no: string): FieldText => {
  const truth = truthOf(text);
  return truth === null ? { text, fault: { code: 'yesOrNo', values: { text } } } : taken(truth ? 'yes' : no);
};

/**
 * The text of a field as it would have been typed or chosen in the form. What is chosen by its name becomes its id; everything else stays as
 * it is, to be understood or asked about by the form itself.
 */
export const fieldTextOf = (question: SimpleQuestion | MonthlyQuestion, part: string, cell: FileCell): FieldText => {
  const text = withoutGuard(cell.text);
  const fault = faultOf(cell);
  if (fault !== null) return { text, fault };
  if (part === 'missing') return taken(missingIdOf(text) ?? text);
  if (part === 'unit') return taken('units' in question ? (unitIdOf(question.units, text) ?? text) : text);
  switch (question.type) {
    case 'yesNo':
      return truthText(text, 'no');
    // A box that is not ticked has no text of its own.
    case 'consent':
    case 'choices':
      return truthText(text, '');
    case 'choice':
      return taken(choiceIdOf(question.choices, text) ?? text);
    case 'phone':
      return cell.kind === 'number' ? { text, fault: { code: 'phoneNumeric', values: { text } } } : taken(text);
    default:
      return taken(text);
  }
};
