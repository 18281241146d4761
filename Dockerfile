# The program as it runs: dist/, what it reads beside it, and nothing that was only needed to build it.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY src src
RUN npm run --silent build

FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
# glibc keeps eight heaps for each core, and gives little of them back.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY cards cards
COPY infra/statutes.json infra/statutes.json
USER node
EXPOSE 3978
CMD ["node", "dist/index.js"]
