using System.ComponentModel.DataAnnotations;
using Vexera.Core.Monitoring.Alerts.Rules;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>The name of a rule as in <c>Alerts:Rules</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class AlertRuleAttribute() : AllowedValuesAttribute([.. AlertRules.All.Select(rule => rule.Name)]);
