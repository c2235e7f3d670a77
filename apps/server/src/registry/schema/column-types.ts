import type { ColumnType } from 'kysely';

/** jsonb: read as a value, written as JSON text (the driver would turn an array into a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;
/** jsonb that has a default. */
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
/** numeric: read as exact decimal text. */
export type Decimal = ColumnType<string | null, string | number | null | undefined, string | number | null>;
/** timestamptz that the database fills. */
export type CreatedAt = ColumnType<Date, Date | string | undefined, Date | string>;
export type Moment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Nullable column that may be left out on insert. */
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** Fact id → value in the dictionary's unit; dates are ISO text. */
export type StoredFacts = Record<string, number | string | boolean>;
