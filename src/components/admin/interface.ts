import { adminPaths } from '#admin';

/** The addresses of the admin area. */
export function getAdminPaths(): ReturnType<typeof adminPaths> {
  return adminPaths({ basePath: import.meta.env.BASE_URL });
}
