from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("done", models.BooleanField(default=False)),
                ("by", models.CharField(default="", max_length=100)),
            ],
        )
    ]
