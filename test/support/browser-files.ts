import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { formFile } from '../../server/operations/form-file.js';
import { repositoryRoot } from '../../server/root.js';
import { editionM } from './test-site.js';

const choose = async (page: Page, name: string, buffer: Buffer, block: string): Promise<void> => {
  await page.locator('[name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.locator('main form button').first().click();
  await page.locator(block).waitFor();
};

/** Chooses a filled-in form with an answer that changes, one that is asked about, cells that are not taken and one that belongs to nothing. */
export const chooseFilledForm = async (page: Page): Promise<void> => {
  const fields = {
    'workers-regular': '41',
    'main-products': '자동차용 브레이크 디스크와 공작기계 베드 등 회주철품',
    'contract-power': '300kW',
  };
  const { bytes } = await formFile(editionM(), { fields: new Map(Object.entries(fields)), kind: 'csv', language: 'ko', owner: null });
  const text = `${new TextDecoder('utf-8').decode(bytes)}\r\n"","","아직 정리하지 못한 메모"\r\n`;
  await choose(page, '조사표.csv', Buffer.from(text.replace(/("pv-installed",.*?),,/, '$1,"글쎄요",')), '#changes');
};

/** Chooses a made-up file of electricity bills. */
export const chooseBills = (page: Page): Promise<void> =>
  choose(page, '전기요금.csv', readFileSync(`${repositoryRoot}/test/examples/bills/electricity-cp949.csv`), '#columns');
