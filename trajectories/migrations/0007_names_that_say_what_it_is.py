from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trajectories", "0006_continuity")]

    operations = [
        migrations.RenameModel("Change", "YearlyChange"),
        migrations.RenameIndex(
            "YearlyChange",
            old_name="trajectorie_group_i_530525_idx",
            new_name="trajectorie_group_i_feeba7_idx",
        ),
    ]
