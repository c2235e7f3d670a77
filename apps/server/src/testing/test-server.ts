/** Where this run's database server listens. */
export interface TestServer {
  host: string;
  port: number;
  user: string;
}

export const TEMPLATE = 'forest_template';
