import {
  changeEstablishment,
  readRegisterEntry,
  registerEstablishment,
  searchEstablishments,
} from '../operations/administer-establishments.js';
import { regionsInForce } from '../operations/establishment-facts.js';
import { checkImport, importEstablishments, rowsFromText } from '../operations/import-establishments.js';
import { importLimits, readRegisterFile } from '../operations/read-register-file.js';
import { registerTemplate } from '../operations/register-template.js';
import { importedPage, importPage, importReportPage, registerColumnNames, registerHeader } from '../presentation/import-page.js';
import { emptyEntry, registerFormPage, registerPage, type TypedRegisterEntry, typedEntry } from '../presentation/register-page.js';
import { oneField } from './form-fields.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

const typedIn = (request: { field(name: string): string | undefined }): TypedRegisterEntry => ({
  name: request.field('name') ?? '',
  businessNumber: request.field('businessNumber') ?? '',
  region: request.field('region') ?? '',
  sizeBand: request.field('sizeBand') ?? '',
  form: request.field('form') ?? '',
  postcode: request.field('postcode') ?? '',
  address: request.field('address') ?? '',
  email: request.field('email') ?? '',
});

/** The register of establishments: found, added, changed, imported. */
export const adminEstablishmentRoutes = (route: Routes): void => {
  route.get('/admin/establishments', async ({ site, principal, query, language }, reply) => {
    const search = oneField(query, 'q') ?? '';
    const read = await searchEstablishments(site, principal, search);
    reply.view('admin', registerPage({ ...read, regions: regionsInForce(site) }, search, query.has('saved'), language));
  });

  route.get('/admin/new-establishment', async ({ site, language }, reply) => {
    reply.view('admin', registerFormPage(null, emptyEntry, { regions: regionsInForce(site), fault: null }, language));
  });

  route.post('/admin/establishments', async (request, reply) => {
    const { site, principal, language } = request;
    const typed = typedIn(request);
    const { fault } = await orTypedFault(() => registerEstablishment(site, principal, typed));
    if (fault === null) return reply.redirect('/admin/establishments?saved=1');
    reply.view('admin', registerFormPage(null, typed, { regions: regionsInForce(site), fault }, language), fault);
  });

  route.get('/admin/establishments/:establishmentId', async ({ site, principal, params, language }, reply) => {
    const entry = await readRegisterEntry(site, principal, params.establishmentId ?? '');
    reply.view('admin', registerFormPage(entry.id, typedEntry(entry), { regions: regionsInForce(site), fault: null }, language));
  });

  route.post('/admin/establishments/:establishmentId', async (request, reply) => {
    const { site, principal, params, language } = request;
    const id = params.establishmentId ?? '';
    const typed = typedIn(request);
    const { fault } = await orTypedFault(() => changeEstablishment(site, principal, id, typed));
    if (fault === null) return reply.redirect('/admin/establishments?saved=1');
    reply.view('admin', registerFormPage(id, typed, { regions: regionsInForce(site), fault }, language), fault);
  });

  route.get('/admin/import', async ({ language }, reply) => reply.view('admin', importPage(importLimits, null, language)));

  route.get('/admin/import/template.csv', async ({ language }, reply) => {
    const { bytes, fileName, type } = registerTemplate(registerHeader(language));
    reply.file({ bytes, name: fileName, type });
  });

  route.postFile('/admin/import', async ({ site, principal, file, language }, reply) => {
    const done = await orTypedFault(async () => {
      const read = readRegisterFile(file);
      return { read, report: await checkImport(site, principal, read.rows, registerColumnNames()) };
    });
    if (done.fault !== null) return reply.view('admin', importPage(importLimits, done.fault, language), done.fault);
    const { read, report } = done.value;
    const shown = { encoding: read.encoding, text: JSON.stringify(read.rows) };
    reply.view('admin', importReportPage(report, shown, language), report.counts.wrong > 0 ? 422 : 200);
  });

  route.post('/admin/import/confirm', async (request, reply) => {
    const { site, principal, language } = request;
    const done = await orTypedFault(() =>
      importEstablishments(site, principal, rowsFromText(request.field('rows') ?? ''), registerColumnNames()),
    );
    if (done.fault !== null) return reply.view('admin', importPage(importLimits, done.fault, language), done.fault);
    reply.view('admin', importedPage(done.value.counts, language));
  });
};
