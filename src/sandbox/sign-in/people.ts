/** Who can sign in to the sandbox. All invented. */
export interface SandboxPerson {
  name: string;
  email: string;
  password: string;
  /** Values of the claim `roles`. */
  roles: string[];
}

export const sandboxPeople = {
  manager: {
    name: 'Mona Handval',
    email: 'mona@tarnholt.example',
    password: 'manages-the-seats',
    roles: ['prospectus-manager'],
  },
  viewer: {
    name: 'Vito Asmander',
    email: 'vito@tarnholt.example',
    password: 'only-looks-around',
    roles: ['prospectus-viewer'],
  },
  noRole: {
    name: 'Nele Ostrova',
    email: 'nele@tarnholt.example',
    password: 'has-no-role-yet',
    roles: [],
  },
} satisfies Record<string, SandboxPerson>;

/** Whom an address and a password belong to. */
export function findPerson(email: string, password: string): SandboxPerson | undefined {
  const wanted = email.trim().toLowerCase();
  return Object.values(sandboxPeople).find(
    (person) => person.email === wanted && person.password === password,
  );
}
