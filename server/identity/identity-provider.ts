import * as client from 'openid-client';

/** Settings of the identity provider of an organization (OpenID Connect). */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Who somebody is at the provider. The pair never changes and is never given to another. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Signing in was not completed: called off, forged, too late or used before. */
export class IdentityRefused extends Error {
  constructor(cause: unknown) {
    super('The identity provider did not vouch for anybody', { cause });
    this.name = 'IdentityRefused';
  }
}

/** The provider cannot be reached, or is not one. */
export class IdentityAway extends Error {
  constructor(cause: unknown) {
    super('The identity provider cannot be reached', { cause });
    this.name = 'IdentityAway';
  }
}

/** An organization's own place to sign in. */
export interface IdentityProvider {
  readonly issuer: string;
  /**
   * Where to send a browser to sign in, and what it is to bring back in a cookie: without it an answer is worth nothing.
   * Throws IdentityAway.
   */
  begin(callback: string): Promise<{ readonly address: string; readonly memory: string }>;
  /** Who came back. Throws IdentityRefused, IdentityAway. */
  finish(answer: URL, memory: string): Promise<Identity>;
}

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** Asks the provider with its own words what it can do, once it is first needed. Authorization code with PKCE, state and nonce. */
export const openIdentityProvider = ({ issuer, clientId, clientSecret }: ProviderSettings): IdentityProvider => {
  let discovered: Promise<client.Configuration> | null = null;
  const configuration = async (): Promise<client.Configuration> => {
    const address = new URL(issuer);
    // On this very machine nothing goes over a network; everywhere else the settings demand https.
    const execute = address.protocol === 'http:' && isLoopback(address) ? [client.allowInsecureRequests] : [];
    discovered ??= client.discovery(address, clientId, clientSecret, undefined, { execute, timeout: 10 });
    try {
      return await discovered;
    } catch (error) {
      discovered = null;
      throw new IdentityAway(error);
    }
  };
  return {
    issuer,
    begin: async (callback) => {
      const config = await configuration();
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, memory: [state, nonce, verifier].join('.') };
    },
    finish: async (answer, memory) => {
      const config = await configuration();
      const [expectedState = '', expectedNonce = '', pkceCodeVerifier = ''] = memory.split('.');
      try {
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState,
          expectedNonce,
          pkceCodeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('The answer has no claims');
        return { issuer: claims.iss, subject: claims.sub };
      } catch (error) {
        throw new IdentityRefused(error);
      }
    },
  };
};
