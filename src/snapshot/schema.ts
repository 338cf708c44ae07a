/** Raised with every change of the tables or of what is mapped into them: an older snapshot is read anew. */
export const schemaVersion = 1;

/**
 * The tables of a snapshot. Content that catalogs share is stored once (`items`); each catalog keeps its
 * membership and its own enrollment URLs (`memberships`). Item ids are internal and reach no output.
 */
export const schema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE catalogs (
    uuid TEXT PRIMARY KEY, position INTEGER NOT NULL, slug TEXT, json TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,        -- course, program
    key TEXT NOT NULL,
    slug TEXT,
    digest TEXT NOT NULL,      -- of json
    richness INTEGER NOT NULL, -- fields with a value in the source: a sparser copy never replaces a fuller one
    first_seen INTEGER,        -- milliseconds
    outline TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (kind, key)
  );
  CREATE UNIQUE INDEX items_by_slug ON items (kind, slug);
  CREATE TABLE runs (
    course_id INTEGER NOT NULL, key TEXT NOT NULL, slug TEXT,
    PRIMARY KEY (course_id, key)
  ) WITHOUT ROWID;
  CREATE TABLE memberships (
    catalog_uuid TEXT NOT NULL,
    kind TEXT NOT NULL,        -- course, course-run, program
    key TEXT NOT NULL,
    enrollment_url TEXT,       -- of this catalog, verbatim
    PRIMARY KEY (catalog_uuid, kind, key)
  ) WITHOUT ROWID;
  CREATE INDEX memberships_by_item ON memberships (kind, key);
  CREATE TABLE terms (
    kind TEXT NOT NULL,        -- subject, partner, skill
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT,
    json TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) WITHOUT ROWID;
  CREATE TABLE item_terms (
    item_id INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (item_id, kind, key)
  ) WITHOUT ROWID;
  CREATE INDEX item_terms_by_term ON item_terms (kind, key, item_id);
  CREATE TABLE program_courses (
    program_uuid TEXT NOT NULL, course_key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (program_uuid, course_key)
  ) WITHOUT ROWID;
  CREATE INDEX program_courses_by_course ON program_courses (course_key);
  CREATE TABLE slugs (         -- once given they stay, also those of items that have left
    kind TEXT NOT NULL,        -- catalog, course, course-run, program, subject, partner, skill
    scope TEXT NOT NULL,       -- the course's key for a run, else empty
    key TEXT NOT NULL,
    slug TEXT NOT NULL,
    first_seen INTEGER NOT NULL, -- milliseconds
    PRIMARY KEY (kind, scope, key)
  ) WITHOUT ROWID;
  CREATE TABLE loose_runs (    -- runs that a catalog lists alone, until their course is known
    catalog_uuid TEXT NOT NULL, key TEXT NOT NULL, course_key TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (catalog_uuid, key)
  ) WITHOUT ROWID;
`;
