package fwq.common.message;

/** What an engine asks of the waiting time server: every ride as it is now. */
public record WaitsRequest() {}
