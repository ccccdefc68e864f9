import { check, listed, type Names, questions, unknownTo } from './check-words.js';
import type { ConditionOn } from './condition.js';
import type { Facts } from './facts.js';
import { within } from './industry-code.js';
import type { Check, Text, ThreeValued } from './plan.js';
import { sizeNames } from './size-class.js';

const industryName = (code: string, names: Names): Text => {
  const industry = names.industries.find((entry) => entry.code === code);
  return industry === undefined ? { ko: code, en: code } : { ko: `${industry.ko}(${code})`, en: `${industry.en ?? industry.ko} (${code})` };
};

const everySize = Object.keys(sizeNames).length;

/** Size class: which classes are still possible. */
export const checkSize = (condition: ConditionOn<'size'>, facts: Facts): Check => {
  const inside = facts.size.possible.filter((size) => condition.in.includes(size)).length;
  const outcome: ThreeValued = inside === 0 ? 'no' : inside === facts.size.possible.length ? 'yes' : 'unknown';
  const label = listed(condition.in.map((size) => sizeNames[size]));
  const question = facts.industry === null ? questions.industry : questions.averageSales;
  const reason =
    condition.in.length === everySize
      ? { ko: '모든 기업규모가 대상입니다.', en: 'Enterprises of every size are included.' }
      : facts.size.reason;
  // Assets and membership of a business group are not asked, so the label says what the outcome rests on.
  const name: Text =
    condition.in.length === everySize || facts.averageSales === null
      ? { ko: '기업규모', en: 'Size' }
      : { ko: '기업규모(매출액 기준)', en: 'Size (by sales)' };
  return check({ ko: `${name.ko}: ${label.ko}`, en: `${name.en}: ${label.en}` }, outcome, reason, question);
};

/** A longer list of industries is told by codes alone. */
const MOST_NAMED = 4;

/** Industry by the beginnings of its code. */
export const checkIndustry = (condition: ConditionOn<'industry'>, facts: Facts, names: Names): Check => {
  const list = listed(condition.in.map((code) => industryName(code, names)));
  const codes = condition.in.join(', ');
  const label: Text =
    condition.in.length > MOST_NAMED
      ? { ko: `업종: ${condition.in.length}개(${codes})`, en: `Industry: ${condition.in.length} of them (${codes})` }
      : { ko: `업종: ${list.ko}`, en: `Industry: ${list.en}` };
  const code = facts.industry;
  if (code === null) return check(label, 'unknown', unknownTo('업종코드', 'the industry code'), questions.industry);
  const reason: Text = { ko: `업종코드 ${code}`, en: `Industry code ${code}` };
  if (within(code, condition.in)) return check(label, 'yes', reason);
  if (condition.in.some((entry) => entry.startsWith(code))) {
    return check(
      label,
      'unknown',
      {
        ko: `업종코드 ${code}는 너무 넓습니다. 더 자세한 코드가 필요합니다.`,
        en: `The code ${code} is too broad; a longer one is needed.`,
      },
      questions.industry,
    );
  }
  if (condition.listComplete === false) {
    return check(label, 'unknown', {
      ko: `대상 업종의 전체 목록을 확인하지 못했습니다(업종코드 ${code}). 공고를 확인해 주세요.`,
      en: `The full list of industries was not found (code ${code}). Check the call.`,
    });
  }
  return check(label, 'no', reason);
};

/** Root technology by the name of the industry. */
export const checkRoot = (facts: Facts, names: Names): Check => {
  const label: Text = { ko: '뿌리기술(14개)을 쓰는 업종', en: 'One of the fourteen root technologies' };
  const code = facts.industry;
  if (code === null) return check(label, 'unknown', unknownTo('업종코드', 'the industry code'), questions.industry);
  const technology = names.programs.rootTechnologies.find((entry) => within(code, entry.industries));
  if (technology !== undefined) {
    return check(label, 'yes', {
      ko: `업종코드 ${code}의 이름이 뿌리기술 '${technology.name.ko}'에 해당합니다. 뿌리기업 확인서로 확정됩니다.`,
      en: `The industry ${code} bears the name of the root technology "${technology.name.en}". The root-industry certificate decides.`,
    });
  }
  const manufacturing = code.startsWith('C');
  return manufacturing
    ? check(label, 'unknown', {
        ko: `업종코드 ${code}만으로는 뿌리기술 사용 여부를 알 수 없습니다.`,
        en: `The code ${code} alone does not tell whether a root technology is used.`,
      })
    : check(label, 'no', {
        ko: `업종코드 ${code}는 뿌리기술 업종이 아닙니다.`,
        en: `The industry ${code} is not one of root technologies.`,
      });
};
