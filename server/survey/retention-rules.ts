import type { Confidence } from '../domain/confidence.js';
import type { Text } from './edition.js';

/** What is kept of somebody. */
export type KeptKind = 'contact' | 'draft' | 'evidence' | 'comment' | 'delegation' | 'submission' | 'invitation' | 'session' | 'auditLog';

/** How long one kind of data is kept, what a wish to have it erased does, and why. */
export interface RetentionRule {
  readonly kind: KeptKind;
  readonly holds: Text;
  /** Months it is kept, counted from `from`; null: as long as the operator keeps the statistics. */
  readonly months: number | null;
  readonly from: 'roundClosed' | 'expired' | 'written';
  /** Whether the establishment may have it erased before. */
  readonly onRequest: 'erased' | 'kept';
  readonly basis: Text;
  /** How sure the basis is: `recalled` means that the operator's lawyers have to confirm it. */
  readonly confidence: Confidence;
}

/** Years the audit log is kept at the least. */
export const auditRetentionYears = 2;

/** Every kind of data there is about an establishment and its people. `docs/privacy.md` prints this table; a test holds the two together. */
export const retentionRules: readonly RetentionRule[] = [
  {
    kind: 'contact',
    holds: { ko: '응답자의 성명·직위·전화번호·전자우편', en: 'name, position, telephone and e-mail of the person who answered' },
    months: 12,
    from: 'roundClosed',
    onRequest: 'erased',
    basis: {
      ko: '개인정보 보호법 제21조(목적을 이룬 개인정보의 파기), 제36조(삭제 요구). 12개월은 응답 확인에 필요한 기간으로 정한 값',
      en: 'Personal Information Protection Act, art. 21 (destroy what has served its purpose) and art. 36 (erasure on request); the 12 months are set for call-backs',
    },
    confidence: 'recalled',
  },
  {
    kind: 'draft',
    holds: {
      ko: '한 번도 제출하지 않은 응답과, 이전 판을 되살릴 때 따로 보관한 작성 중 응답',
      en: 'answers that were never submitted, and drafts that were kept when an earlier version was brought back',
    },
    months: 12,
    from: 'roundClosed',
    onRequest: 'erased',
    basis: {
      ko: '개인정보 보호법 제21조, 제36조. 제출 전의 응답은 통계에 쓰이지 않으므로 지울 수 있음',
      en: 'Personal Information Protection Act, art. 21 and 36; what was never submitted is in no statistics',
    },
    confidence: 'recalled',
  },
  {
    kind: 'evidence',
    holds: {
      ko: '응답에 첨부한 고지서의 사진과 PDF, 파일 이름, 동의하신 경우 촬영한 위치',
      en: 'pictures and PDFs of bills attached to answers, their file names, and where a picture was taken if that was agreed to',
    },
    months: 12,
    from: 'roundClosed',
    onRequest: 'erased',
    basis: {
      ko: '개인정보 보호법 제21조, 제36조. 12개월은 응답 확인에 필요한 기간으로 정한 값. 제출한 판에는 파일의 해시값만 남음',
      en: 'Personal Information Protection Act, art. 21 and 36; the 12 months are set for checking answers; the submitted version keeps the hashes of the files alone',
    },
    confidence: 'recalled',
  },
  {
    kind: 'comment',
    holds: { ko: '검토 의견과 그에 대한 답', en: 'comments of the review and what was answered to them' },
    months: 12,
    from: 'roundClosed',
    onRequest: 'erased',
    basis: {
      ko: '개인정보 보호법 제21조, 제36조. 검토가 끝나면 필요하지 않으며, 누가 언제 승인했는지는 남음',
      en: 'Personal Information Protection Act, art. 21 and 36; not needed once the review is over, while who accepted and when is kept',
    },
    confidence: 'recalled',
  },
  {
    kind: 'delegation',
    holds: { ko: '작성을 맡긴 사람의 이름과 범위', en: 'the name of whoever was let fill in, and how far' },
    months: 12,
    from: 'roundClosed',
    onRequest: 'erased',
    basis: {
      ko: '개인정보 보호법 제21조, 제36조. 누가 고쳤는지 확인하는 데 필요한 기간으로 정한 값',
      en: 'Personal Information Protection Act, art. 21 and 36; the 12 months are set to answer who changed what',
    },
    confidence: 'recalled',
  },
  {
    kind: 'submission',
    holds: { ko: '제출한 응답의 각 판과 그 인벤토리(연락처 제외)', en: 'every submitted version and its inventory, without contact data' },
    months: null,
    from: 'written',
    onRequest: 'kept',
    basis: {
      ko: '통계법 제32조에 따른 응답으로 공표한 통계의 근거이며 제33조로 비밀이 보호됨. 다른 법령이 수집 대상으로 정한 정보는 삭제를 요구할 수 없음(개인정보 보호법 제36조제1항 단서)',
      en: 'answers under art. 32 of the Statistics Act, the ground of statistics that were released, protected by art. 33; what another law names as to be collected need not be erased on request (Personal Information Protection Act, art. 36(1), proviso)',
    },
    confidence: 'recalled',
  },
  {
    kind: 'invitation',
    holds: { ko: '초대 링크의 해시값', en: 'the hash of an invitation link' },
    months: 12,
    from: 'expired',
    onRequest: 'kept',
    basis: { ko: '접속 경위를 확인하기 위해 정한 기간', en: 'set by the product: to answer how somebody got in' },
    confidence: 'derived',
  },
  {
    kind: 'session',
    holds: { ko: '접속 상태', en: 'a signed-in browser' },
    months: 0,
    from: 'expired',
    onRequest: 'kept',
    basis: { ko: '끝나는 즉시 지워짐(최장 12시간)', en: 'removed when it ends, after 12 hours at the latest' },
    confidence: 'derived',
  },
  {
    kind: 'auditLog',
    holds: { ko: '감사기록(누가 언제 누구의 자료를 다루었는지)', en: 'the audit log: who did what to whose data' },
    months: 12 * auditRetentionYears,
    from: 'written',
    onRequest: 'kept',
    basis: {
      ko: '개인정보의 안전성 확보조치 기준(접속기록 1년 이상, 5만 명 이상 등은 2년 이상 보관, 월 1회 이상 점검). 이후 개정 여부는 확인이 필요함',
      en: 'Standard on measures to secure personal information: access records for a year, two where there are 50,000 people or more, reviewed every month; later amendments have to be checked',
    },
    confidence: 'read-in-copy',
  },
];
