import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What ends with a grant; an interaction knows its grant too, and goes on. */
const revoked = ['AccessToken', 'AuthorizationCode', 'RefreshToken'];

/** Where the provider keeps its sessions, codes and tokens: in memory, for one provider. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const models = new Map<string, Map<string, Entry>>();
  return (model) => {
    const entries = models.get(model) ?? new Map<string, Entry>();
    models.set(model, entries);
    return createAdapter(entries, (grantId) => {
      for (const name of revoked) {
        const all = models.get(name) ?? new Map<string, Entry>();
        for (const [id, { payload }] of all) if (payload.grantId === grantId) all.delete(id);
      }
    });
  };
}

function createAdapter(
  entries: Map<string, Entry>,
  revokeGrant: (grantId: string) => void,
): Adapter {
  const find = (id: string): AdapterPayload | undefined => {
    const entry = entries.get(id);
    return entry !== undefined && entry.endsAt > Date.now() ? entry.payload : undefined;
  };
  const findBy = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    const id = [...entries].find(([, { payload }]) => payload[name] === value)?.[0];
    return id === undefined ? undefined : find(id);
  };
  return {
    upsert: async (id, payload, expiresIn = 0) => {
      const endsAt = expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity;
      entries.set(id, { payload, endsAt });
    },
    find: async (id) => find(id),
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    consume: async (id) => {
      const payload = find(id);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(id);
    },
    revokeByGrantId: async (grantId) => {
      revokeGrant(grantId);
    },
  };
}

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  endsAt: number;
}
