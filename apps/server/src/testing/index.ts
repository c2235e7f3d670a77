export { startTestDatabase, type TestDatabase } from './test-database.ts';
export { startTestPlatform, testSettings } from './test-platform.ts';
