export { type Answer, signInAs, startTestApp, TEST_PASSWORD, TestClient, type TestUser } from './test-app.ts';
export { startTestDatabase, type TestDatabase } from './test-database.ts';
export { startTestPlatform, testSettings } from './test-platform.ts';
