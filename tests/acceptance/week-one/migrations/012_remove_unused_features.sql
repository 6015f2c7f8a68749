-- Removes the features that nobody used. Can be run again without effect.
DROP TABLE IF EXISTS quest_moves, quest_milestones, quests;
DROP TABLE IF EXISTS maneuver_prerequisites, capability_nodes;
DROP TABLE IF EXISTS quick_wins, cohort_relations, move_decisions, notifications;
