import { createDeviceCode, readDevices, resumeByCode } from '../operations/continue-elsewhere.js';
import { ownEstablishment } from '../operations/own-establishment.js';
import { continuePage, deviceCodePage, resumePage } from '../presentation/devices-page.js';
import { named } from './named.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

/** Going on with a survey on another device. */
export const deviceRoutes = (route: Routes): void => {
  route.get('/continue', async ({ site, principal, language }, reply) => {
    const establishment = named(await ownEstablishment(site, principal), null);
    const devices = await readDevices(site, principal);
    reply.view('continue', continuePage({ establishment, ...devices, hasCode: principal.role === 'respondent' }, language));
  });

  route.post('/device-code', async ({ site, principal, baseUrl, language }, reply) => {
    const address = `${baseUrl}/resume`;
    const made = await createDeviceCode(site, principal, address);
    const establishment = named(await ownEstablishment(site, principal), null);
    reply.view('handOver', deviceCodePage({ establishment, address, ...made }, language));
  });

  route.get('/resume', async ({ query, language }, reply) => {
    reply.view('entryForm', resumePage({ code: query.get('code')?.[0] ?? '', businessNumber: '' }, null, language));
  });

  route.post('/resume', async (request, reply) => {
    const { site, visit, language } = request;
    const typed = { code: request.field('code') ?? '', businessNumber: request.field('businessNumber') ?? '' };
    const done = await orTypedFault(() => resumeByCode(site, typed, visit));
    if (done.fault !== null) return reply.view('entryForm', resumePage(typed, done.fault, language), done.fault);
    reply.setCookie({ name: 'session', value: done.value });
    reply.redirect('/continue');
  });
};
