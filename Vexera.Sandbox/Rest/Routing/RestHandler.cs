namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Answers one request that has passed authorization and limits.</summary>
internal delegate RestResult RestHandler(RestCall call);
