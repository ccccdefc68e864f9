import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { Browser, type Reply } from './http-client.js';

/** An identity provider of a test's own, which lets in whoever it is told to without asking. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** Who sits before the browser. */
  person: string;
  /** Follows the provider's pages from the address a site sends to; returns the address it sends back to. */
  walk(from: string): Promise<string>;
  close(): Promise<void>;
}

export const startIdentityProvider = async (client: {
  readonly id: string;
  readonly secret: string;
  readonly callback: string;
}): Promise<TestIdentityProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.callback] }],
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of this test alone'] },
    pkce: { required: () => true },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
  });
  const callback = provider.callback();
  const started: TestIdentityProvider = {
    issuer,
    person: '',
    walk: async (from) => {
      const browser = new Browser(issuer);
      let address = new URL(from);
      for (let step = 0; step < 10; step++) {
        if (address.origin !== issuer) return address.href;
        const reply: Reply = await browser.get(`${address.pathname}${address.search}`);
        if (reply.headers.location === undefined) throw new Error(`The provider stopped with ${reply.status}: ${reply.text}`);
        address = new URL(reply.headers.location, issuer);
      }
      throw new Error('The provider leads in circles');
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  server.on('request', (request, response) => {
    const serve = async (): Promise<void> => {
      if (!(request.url ?? '').startsWith('/interaction/')) return callback(request, response);
      const { prompt, params } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: started.person } });
      const grant = new provider.Grant({ accountId: started.person, clientId: params.client_id });
      grant.addOIDCScope('openid');
      const consent = { grantId: await grant.save() };
      return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
    };
    serve().catch((error: unknown) => response.destroy(error as Error));
  });
  return started;
};
