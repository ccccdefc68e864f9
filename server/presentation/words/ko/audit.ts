import type { auditWords as english } from '../en/audit.js';

/** Korean words of the audit log: what a look through it found, and the monthly review. */
export const auditWords: typeof english = {
  sound: (entries, seq) => `감사기록이 온전합니다. 기록 ${entries}건, 마지막 번호 ${seq}.`,
  empty: '감사기록이 비어 있습니다.',
  anchored: (seq) => `데이터베이스 밖에 적힌 마지막 번호: ${seq}.`,
  unsound: (count) => `감사기록에 이상이 있습니다(${count}건).`,
  findings: {
    outside: (_seq, detail) => `사슬 밖에 기록이 있습니다: ${detail}`,
    startCut: (_seq, detail) => `앞부분이 잘렸습니다: 1번부터 ${detail}번까지 없으며, 보존기간에 따라 지웠다는 기록도 없습니다`,
    missing: (seq, detail) => `기록이 삭제되었습니다: ${seq}번부터 ${detail}번까지`,
    twice: (seq, detail) => `${seq}번 기록이 둘입니다: ${detail}`,
    changed: (seq) => `${seq}번 기록의 내용이 바뀌었습니다`,
    unlinked: (seq) => `${seq}번 기록이 앞 기록과 이어지지 않습니다. 사이에 끼어들었거나 순서가 바뀌었습니다`,
    pruneMismatch: (seq) => `${seq}번까지 지웠다는 기록과 남은 첫 기록이 맞지 않습니다`,
    tailCut: (seq, detail) => `뒷부분이 잘렸습니다: ${seq}번부터 ${detail}번까지 없습니다`,
    anchorMissing: () => '데이터베이스 밖의 기준 파일이 없어 뒷부분이 잘렸는지 알 수 없습니다',
    anchorUnreadable: (_seq, detail) => `데이터베이스 밖의 기준 파일을 읽을 수 없습니다: ${detail}`,
    anchorMismatch: (seq) => `${seq}번 기록이 데이터베이스 밖에 적어 둔 값과 다릅니다. 기록이 통째로 다시 쓰였습니다`,
  },
  milestones: {
    'audit.prune': (seq, at, reason) => `참고: ${seq}번(${at})에서 보존기간이 지난 기록을 지웠습니다. 사유: ${reason}`,
    'audit.anchor': (seq, at, reason) => `참고: ${seq}번(${at})에서 기준을 새로 잡았습니다. 사유: ${reason}`,
  },
  review: {
    title: (month) => `감사기록 점검 보고서 ${month}`,
    period: (from, to) => `기간: ${from}부터 ${to} 전까지(한국시각)`,
    total: (count) => `기록 ${count}건`,
    none: '없음',
    sections: {
      looks: '누가 누구의 자료를 보았는가',
      exports: '원자료 내려받기와 사유',
      failures: '실패한 로그인',
      rights: '권한과 초대의 변경',
      log: '감사기록 자체의 변경',
      counts: '행위별 건수',
    },
    look: (who, whose, action, count, last) => `${who} → 사업장 ${whose}: ${action} ${count}회, 마지막 ${last}`,
    act: (at, who, action, whose, from, reason) => `${at} ${who} ${action} ${whose} ${from} 사유: ${reason}`,
    failure: (from, action, count, last) => `${from}: ${action} ${count}회, 마지막 ${last}`,
    count: (action, count) => `${action}: ${count}`,
    noReason: '(적지 않음)',
    nobody: '-',
    missingReasons: (count) => `주의: 사유 없는 내려받기 ${count}건`,
  },
};
