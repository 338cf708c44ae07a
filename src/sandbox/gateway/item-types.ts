/** What a course has wherever it stands. */
export interface ListedCourse extends Record<string, unknown> {
  key: string;
  course_type?: string | null;
  enrollment_url?: string | null;
  course_runs?: SourceRun[] | null;
}

/** What the deployed shapes are made from: the items of a data folder, in the reference's shape (§3.12). */
export interface SourceCourse extends ListedCourse {
  uuid?: string;
  title?: string;
  modified?: string | null;
  advertised_course_run_uuid?: string | null;
  owners?: { key: string; name?: string | null }[] | null;
  subjects?: { name?: string | null }[] | null;
  entitlements?: { price?: string | number | null }[] | null;
  programs?: { title?: string | null; type?: string | null }[] | null;
  card_image_url?: string | null;
  original_image?: { src?: string | null } | null;
}

export interface SourceRun extends Record<string, unknown> {
  key: string;
  uuid?: string;
  type?: string | null;
  status?: string | null;
  is_enrollable?: boolean | null;
  is_marketable?: boolean | null;
  is_marketable_external?: boolean | null;
  start?: string | null;
  end?: string | null;
  enrollment_start?: string | null;
  enrollment_end?: string | null;
  enrollment_url?: string | null;
  content_language_search_facet_name?: string | null;
  seats?: { type: string }[] | null;
}
