/**
 * A certificate for `crm.test`, `other.test` and `mail.test`, valid until 2120, signed by itself, with its key. Both are
 * for tests: they protect nothing, and only a test that says so trusts them.
 */
export const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfjCCASOgAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAx3YXltYXJr
IHRlc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
BAMMDHdheW1hcmsgdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKN14shz
KQM4K4MF+RA6vubbtuVNkhPBbADLOsc9qhUy47uVr6HF+0i4j9B6iI2UF0gu+VOo
qj47WmTdxVdSUnqjXjBcMCoGA1UdEQQjMCGCCGNybS50ZXN0ggpvdGhlci50ZXN0
ggltYWlsLnRlc3QwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQURFA9Nolc/dRL
ediGiXl5DoDrP9wwCgYIKoZIzj0EAwIDSQAwRgIhALdy1E8nKn9+4sO7wQ1TTOym
KExdnWXHwTWfIGYsXMZkAiEA/y8K15/yxF9TuxWarw5h0NBzBE2goIrZlqPiA2KM
Uhc=
-----END CERTIFICATE-----
`;

export const TEST_CERTIFICATE_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1oytEIcI4WiXKQ0T
p1F0YJRWkxUumucPthVYxt8DHJ+hRANCAASjdeLIcykDOCuDBfkQOr7m27blTZIT
wWwAyzrHPaoVMuO7la+hxftIuI/QeoiNlBdILvlTqKo+O1pk3cVXUlJ6
-----END PRIVATE KEY-----
`;
