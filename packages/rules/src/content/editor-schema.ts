import { z } from 'zod';
import { dictionaryFileSchema } from '../facts/dictionary.ts';
import { ruleSchema } from './raw-rule.ts';

const withTitle = (title: string, schema: z.ZodType) => ({
  ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  title,
});

/**
 * JSON Schema for editors, by file name under `content/schema/`; generated, so that it never drifts from what is
 * accepted.
 */
export function editorSchemas(): Record<string, string> {
  const print = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'rule.schema.json': print(withTitle('Rule of Kechuang Forest', ruleSchema)),
    'facts.schema.json': print(withTitle('Fact dictionary of Kechuang Forest', dictionaryFileSchema)),
  };
}
